package org.criticalfriend.notification;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** The body of a letter as HTML, with everything that mail programs need written at each element: most of them drop style sheets. */
final class MailHtml {

    private static final String INK = "color:#1c2b2a;";

    /** By the name of the element. */
    private static final Map<String, String> STYLES = Map.of(
            "p",
                    "margin:0 0 16px 0;font-size:16px;line-height:24px;overflow-wrap:anywhere;word-break:break-word;"
                            + INK,
            "h2", "margin:24px 0 8px 0;font-size:18px;line-height:26px;font-weight:bold;" + INK,
            "h3", "margin:20px 0 8px 0;font-size:16px;line-height:24px;font-weight:bold;" + INK,
            "ul", "margin:0 0 16px 0;padding:0 0 0 22px;" + INK,
            "ol", "margin:0 0 16px 0;padding:0 0 0 24px;" + INK,
            "li", "margin:0 0 6px 0;font-size:16px;line-height:24px;" + INK,
            "blockquote", "margin:0 0 16px 0;padding:0 0 0 14px;border-left:4px solid #1f5f5b;" + INK,
            "a", "color:#1f5f5b;text-decoration:underline;overflow-wrap:anywhere;word-break:break-word;");

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .attributeProviderFactory(context -> (node, element, attributes) -> {
                String style = STYLES.get(element);
                if (style != null) {
                    attributes.put("style", style);
                }
            })
            .nodeRendererFactory(Buttons::new)
            .build();

    private MailHtml() {}

    static String of(Node body) {
        return RENDERER.render(body);
    }

    /** Whether there is nothing in a paragraph but one link. */
    static boolean isButton(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Link && paragraph.getFirstChild() == paragraph.getLastChild();
    }

    /** A link alone in its paragraph: a cell that Outlook colours too, and beneath it the address, for whoever trusts no button. */
    private static final class Buttons implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Buttons(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Paragraph.class);
        }

        @Override
        public void render(Node node) {
            if (isButton((Paragraph) node)) {
                button((Link) node.getFirstChild());
            } else {
                paragraph(node);
            }
        }

        private void paragraph(Node node) {
            boolean tight = node.getParent() instanceof ListItem
                    && node.getParent().getParent() instanceof ListBlock list
                    && list.isTight();
            if (!tight) {
                html.tag("p", context.extendAttributes(node, "p", Map.of()));
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            if (!tight) {
                html.tag("/p");
                html.line();
            }
        }

        private void button(Link link) {
            String address = link.getDestination();
            html.tag(
                    "table",
                    Map.of(
                            "role", "presentation",
                            "cellpadding", "0",
                            "cellspacing", "0",
                            "border", "0",
                            "style", "margin:8px 0 8px 0;"));
            html.tag("tr");
            html.tag("td", Map.of("bgcolor", "#1f5f5b", "style", "background-color:#1f5f5b;border-radius:8px;"));
            html.tag(
                    "a",
                    Map.of(
                            "href",
                            address,
                            "style",
                            "display:inline-block;padding:12px 24px;border:1px solid #1f5f5b;border-radius:8px;"
                                    + "font-size:16px;line-height:22px;font-weight:bold;color:#ffffff;text-decoration:none;"));
            html.text(MailText.words(link));
            html.tag("/a");
            html.tag("/td");
            html.tag("/tr");
            html.tag("/table");
            html.tag(
                    "p",
                    Map.of(
                            "style",
                            "margin:0 0 20px 0;font-size:13px;line-height:19px;color:#4a5a58;overflow-wrap:anywhere;"
                                    + "word-break:break-all;"));
            html.text("Or copy this address: ");
            html.tag("a", Map.of("href", address, "style", "color:#4a5a58;text-decoration:underline;"));
            html.text(address);
            html.tag("/a");
            html.tag("/p");
            html.line();
        }
    }
}
