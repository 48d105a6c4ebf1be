package org.criticalfriend.web;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the name of the person who is signed in onto every page. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {

    private final Register register;

    EveryPage(Register register) {
        this.register = register;
    }

    @ModelAttribute("me")
    String me(Principal person) {
        return Optional.ofNullable(person)
                .flatMap(one -> register.person(one.getName()))
                .map(Person::name)
                .orElse(null);
    }
}
