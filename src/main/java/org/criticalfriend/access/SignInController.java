package org.criticalfriend.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page. While the sample is loaded, and on the same machine only, it lists the sample's sign-ins. */
@Controller
class SignInController {

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/sign-in")
    String page(HttpServletRequest request, Model model) {
        List<SignIns.SampleSignIn> sample = RequestSource.of(request).thisMachine() ? signIns.sample() : List.of();
        model.addAttribute(
                "sample",
                sample.stream()
                        .collect(Collectors.groupingBy(
                                signIn -> signIn.school() == null ? "For all schools" : signIn.school(),
                                LinkedHashMap::new,
                                Collectors.toList())));
        return "sign-in";
    }
}
