package org.criticalfriend.engine.door;

import java.beans.FeatureDescriptor;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.criticalfriend.engine.NamedInModels;
import org.joda.time.base.AbstractDateTime;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Expressions in models, kept to what models need: the beans that are {@link NamedInModels}, variables, plain values, and what an
 * execution or task tells about itself. By default an expression reaches every bean, through {@code execution} the engine and its
 * database, and through {@code getClass()} any code at all, so that the right to deploy would be the right to run code.
 */
public final class NarrowExpressions extends SpringExpressionManager {

    /** What expressions may ask an execution or a task. */
    private static final Set<String> TOLD = Set.of(
            "id",
            "getId",
            "name",
            "getName",
            "eventName",
            "getEventName",
            "businessKey",
            "getBusinessKey",
            "processBusinessKey",
            "getProcessBusinessKey",
            "processInstanceId",
            "getProcessInstanceId",
            "processDefinitionId",
            "getProcessDefinitionId",
            "currentActivityId",
            "getCurrentActivityId",
            "currentActivityName",
            "getCurrentActivityName",
            "taskDefinitionKey",
            "getTaskDefinitionKey",
            "assignee",
            "getAssignee",
            "dueDate",
            "getDueDate",
            "hasVariable",
            "getVariable",
            "getVariableLocal");

    /** @param beans the beans that models may name, by name */
    public NarrowExpressions(Map<Object, Object> beans) {
        super(null, beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new Fence());
        resolver.add(super.createElResolver());
        return resolver;
    }

    /** Stands before the other resolvers: resolves nothing, and lets nothing through to them but what is allowed. */
    private static final class Fence extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            check(base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            check(base, method);
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            check(base, property);
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw refused();
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }

        private static void check(Object base, Object member) {
            if (base != null && (isClass(member) || !isOpen(base, member))) {
                throw refused();
            }
        }

        private static boolean isClass(Object member) {
            return "class".equals(member) || "getClass".equals(member);
        }

        private static boolean isOpen(Object base, Object member) {
            return base instanceof VariableScope
                    ? TOLD.contains(String.valueOf(member))
                    : isPlain(base) || isNamed(base);
        }

        private static boolean isPlain(Object base) {
            return base instanceof CharSequence
                    || base instanceof Number
                    || base instanceof Boolean
                    || base instanceof Date
                    || base instanceof Temporal
                    || base instanceof TemporalAmount
                    || base instanceof AbstractDateTime
                    || base instanceof Collection
                    || base instanceof Map
                    || base instanceof Object[];
        }

        private static boolean isNamed(Object base) {
            return AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(base), NamedInModels.class);
        }

        private static ELException refused() {
            return new ELException(
                    "Expressions reach the beans that models may name, variables and plain values only.");
        }
    }
}
