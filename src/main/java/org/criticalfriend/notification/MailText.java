package org.criticalfriend.notification;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A letter as plain text that reads as well as the HTML: paragraphs, lists, each address on a line of its own. */
final class MailText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    private MailText() {}

    /** The whole body, without an empty line at its end. */
    static String of(Node body) {
        MailText written = new MailText();
        body.accept(written);
        return written.text.toString().strip();
    }

    /** On one line, without addresses of links: for a subject. */
    static String words(Node line) {
        StringBuilder words = new StringBuilder();
        line.accept(new AbstractVisitor() {
            @Override
            public void visit(Text literal) {
                words.append(literal.getLiteral());
            }

            @Override
            public void visit(Code literal) {
                words.append(literal.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (MailHtml.isButton(paragraph)) {
            Link link = (Link) paragraph.getFirstChild();
            text.append("%s:\n%s%s".formatted(words(link), indent, link.getDestination()));
        } else {
            visitChildren(paragraph);
        }
        end(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        String words = words(heading);
        text.append(words).append('\n').append("-".repeat(words.length())).append('\n');
    }

    /** Set in from the margin. */
    @Override
    public void visit(BlockQuote quote) {
        String outer = indent;
        indent = outer + "    ";
        text.append(indent);
        visitChildren(quote);
        indent = outer;
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        items(list, 1);
    }

    /** @param first number of the first item; 0 for a list without numbers */
    private void items(Node list, int first) {
        String outer = indent;
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = first == 0 ? "- " : number++ + ". ";
            text.append(outer).append(mark);
            indent = outer + " ".repeat(mark.length());
            item.accept(this);
        }
        indent = outer;
        if (indent.isEmpty()) {
            text.append('\n');
        }
    }

    @Override
    public void visit(ListItem item) {
        visitChildren(item);
    }

    /** An empty line after a paragraph, none between items of a list. */
    private void end(Node paragraph) {
        text.append(paragraph.getParent() instanceof ListItem ? "\n" : "\n\n");
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        text.append(" (").append(link.getDestination()).append(')');
    }

    @Override
    public void visit(Text literal) {
        text.append(literal.getLiteral());
    }

    @Override
    public void visit(Code literal) {
        text.append(literal.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
        text.append('\n').append(indent);
    }
}
