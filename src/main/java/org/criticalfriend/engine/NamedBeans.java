package org.criticalfriend.engine;

import java.util.AbstractMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/** The beans that models may name ({@link NamedInModels}), looked up when they are first needed. */
final class NamedBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    /** Asked for with every expression. */
    private final Supplier<Set<String>> names;

    NamedBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.names = SingletonSupplier.of(() -> Set.of(beans.getBeanNamesForAnnotation(NamedInModels.class)));
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && names.get().contains(bean);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names.get().stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
