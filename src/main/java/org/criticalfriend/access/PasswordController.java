package org.criticalfriend.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people choose a password of their own. All their sessions end with it. */
@Controller
class PasswordController {

    private final SignIns signIns;
    private final Audit audit;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    PasswordController(SignIns signIns, Audit audit, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.signIns = signIns;
        this.audit = audit;
        this.sessions = sessions;
    }

    @GetMapping("/password")
    String page(Model model) {
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        return "password";
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String again,
            HttpServletRequest request,
            Model model)
            throws ServletException {
        Optional<String> fault = fault(person, current, chosen, again);
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get());
            return page(model);
        }
        signIns.change(person.signIn(), chosen);
        audit.passwordChanged(person.id());
        sessions.findByPrincipalName(person.id()).keySet().forEach(sessions::deleteById);
        request.logout();
        return "redirect:/sign-in?changed";
    }

    private Optional<String> fault(SignedIn person, String current, String chosen, String again) {
        if (!chosen.equals(again)) {
            return Optional.of("The two new passwords are not the same.");
        }
        if (chosen.equals(current)) {
            return Optional.of("Please choose a password other than the one you have.");
        }
        return PasswordRules.fault(chosen, person.signIn())
                .or(() -> signIns.isCurrent(person.signIn(), current)
                        ? Optional.empty()
                        : Optional.of("Your present password is not right, or it was tried too often."));
    }
}
