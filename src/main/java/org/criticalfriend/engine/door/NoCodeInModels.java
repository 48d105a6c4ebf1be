package org.criticalfriend.engine.door;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cmmn.model.CmmnCaseDefinition;
import org.camunda.bpm.engine.impl.cmmn.transformer.AbstractCmmnTransformListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.cmmn.instance.Definitions;

/**
 * Refuses models that bring code along: scripts, names of classes, commands for the shell, mail. Process owners deploy models; code
 * comes with the application, and models name it ({@code delegateExpression}).
 */
public final class NoCodeInModels extends AbstractBpmnParseListener {

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        check(root, root);
    }

    /** @param named the nearest element around it that has an id, by which a process owner finds it */
    private static void check(Element element, Element named) {
        Element nearest = element.attribute("id") == null ? named : element;
        if (isScript(element) || namesCode(element) || runsByItself(element)) {
            throw new BpmnParseException(
                    "%s brings code of its own (a script, a class, a command or mail). Choose one of the building blocks instead."
                            .formatted(nearest.attribute("id")),
                    element);
        }
        element.elements().forEach(inner -> check(inner, nearest));
    }

    private static boolean isScript(Element element) {
        return element.getTagName().toLowerCase(Locale.ROOT).startsWith("script");
    }

    /** Attributes stand under their namespace and name: {@code …:class}, {@code …:variableMappingClass}. */
    private static boolean namesCode(Element element) {
        boolean validator = "constraint".equals(element.getTagName()) && "validator".equals(element.attribute("name"));
        return validator
                || element.attributes().stream()
                        .map(key -> key.substring(key.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.endsWith("class")
                                || name.equals("scriptformat")
                                || name.equals("language")
                                || name.equals("resource"));
    }

    private static boolean runsByItself(Element element) {
        String type = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type");
        return type != null && !type.equalsIgnoreCase("external");
    }

    /** Refuses case models altogether: they can bring the same along, and nothing here runs them. */
    public static final class NoCases extends AbstractCmmnTransformListener {

        @Override
        public void transformRootElement(Definitions definitions, List<? extends CmmnCaseDefinition> cases) {
            throw new ProcessEngineException("Case models (CMMN) are not run here. Please use BPMN and DMN.");
        }
    }
}
