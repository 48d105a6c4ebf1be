package org.criticalfriend.notification;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.naming.SpringContextVariableNames;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of mails. They stand apart from those of pages: a page forgives a value that is missing, a mail must not. */
final class TemplatesOfMails {

    private static final String FRAME = "letter";

    private final ITemplateEngine words = engine(TemplateMode.TEXT, ".md");
    private final ITemplateEngine frame = engine(TemplateMode.HTML, ".html");

    private static ITemplateEngine engine(TemplateMode mode, String ending) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(TemplatesOfMails.class.getClassLoader());
        files.setPrefix("templates/mail/");
        files.setSuffix(ending);
        files.setTemplateMode(mode);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setEngineContextFactory(new NothingMayBeMissing());
        return engine;
    }

    /**
     * Markdown of a letter.
     *
     * @throws ValueMissing if the template names a value that is not there
     * @throws LetterFaulty if it cannot be filled otherwise
     */
    String fill(String template, Map<String, Object> values) {
        return processed(words, template, values);
    }

    /** The HTML page of a letter, around its body. */
    String page(Map<String, Object> values) {
        return processed(frame, FRAME, values);
    }

    private static String processed(ITemplateEngine engine, String template, Map<String, Object> values) {
        try {
            return engine.process(template, new Context(Locale.UK, values));
        } catch (TemplateEngineException e) {
            throw new LetterFaulty("The template mail/%s cannot be filled%s. Look at the names in it."
                    .formatted(template, missing(e)));
        }
    }

    /** The cause's own words are left out: they may repeat a value. */
    private static String missing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ValueMissing value) {
                return ", because there is no value \"%s\"".formatted(value.getMessage());
            }
        }
        return "";
    }

    /** The message is its name. */
    private static final class ValueMissing extends RuntimeException {

        ValueMissing(String name) {
            super(name);
        }
    }

    private static final class NothingMayBeMissing implements IEngineContextFactory {

        /** What Thymeleaf asks for and does without. */
        private static final Set<String> ITS_OWN = Set.of(
                SpringContextVariableNames.SPRING_REQUEST_CONTEXT,
                SpringContextVariableNames.THYMELEAF_REQUEST_CONTEXT,
                SpringContextVariableNames.SPRING_BOUND_OBJECT_EXPRESSION);

        @Override
        public IEngineContext createEngineContext(
                IEngineConfiguration configuration,
                TemplateData template,
                Map<String, Object> attributes,
                IContext context) {
            Map<String, Object> values = new HashMap<>();
            context.getVariableNames().forEach(name -> values.put(name, context.getVariable(name)));
            return new EngineContext(configuration, template, attributes, context.getLocale(), values) {
                @Override
                public Object getVariable(String name) {
                    // Names of Thymeleaf's own values have colons in them, which nobody can write in a template.
                    if (!containsVariable(name) && !ITS_OWN.contains(name) && !name.contains(":")) {
                        throw new ValueMissing(name);
                    }
                    return super.getVariable(name);
                }
            };
        }
    }
}
