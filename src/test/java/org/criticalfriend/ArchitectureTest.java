package org.criticalfriend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.criticalfriend.engine.NamedInModels;

@AnalyzeClasses(packages = "org.criticalfriend", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each may use those before it. */
    private static final List<String> ROOMS = List.of(
            "reading",
            "calendar",
            "engine",
            "partnership",
            "access",
            "notification",
            "duty",
            "planning",
            "review",
            "buffering",
            "change",
            "year",
            "sample",
            "web");

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_THOSE_BEFORE_THEM = classes()
            .that()
            .resideOutsideOfPackage("org.criticalfriend")
            .should(new ArchCondition<>("use only packages before their own") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    int own = room(user);
                    if (own < 0) {
                        events.add(SimpleConditionEvent.violated(user, user.getName() + " lives in no known room"));
                    }
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(used -> room(used.getTargetClass()) > own)
                            .forEach(used -> events.add(SimpleConditionEvent.violated(user, used.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule NO_CYCLES_INSIDE_ROOMS_EITHER =
            slices().matching("org.criticalfriend.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule INTERNALS_OF_THE_ENGINE_STAY_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("org.criticalfriend.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule CALENDAR_IS_PURE = noClasses()
            .that()
            .resideInAPackage("org.criticalfriend.calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    @ArchTest
    static final ArchRule DELEGATES_ARE_NAMED_IN_MODELS = classes()
            .that()
            .implement(org.camunda.bpm.engine.delegate.JavaDelegate.class)
            .should()
            .beAnnotatedWith(NamedInModels.class);

    private static int room(JavaClass of) {
        String name = of.getPackageName();
        if (!name.startsWith("org.criticalfriend.")) {
            return -1;
        }
        return ROOMS.indexOf(name.substring("org.criticalfriend.".length()).split("\\.")[0]);
    }
}
