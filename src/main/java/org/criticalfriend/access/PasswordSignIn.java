package org.criticalfriend.access;

import java.util.ArrayList;
import java.util.List;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs people in by name and password, for pages, web applications and REST alike. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignIns signIns;
    private final WhoIsWho register;
    private final Audit audit;

    PasswordSignIn(SignIns signIns, WhoIsWho register, Audit audit) {
        this.signIns = signIns;
        this.register = register;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String name = tried.getName();
        String password = String.valueOf(tried.getCredentials());
        boolean onThisMachine = tried.getDetails() instanceof RequestSource source && source.thisMachine();
        if (signIns.enter(name, password, onThisMachine) instanceof SignIns.Outcome.Entered entered) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(entered.person(), name), null, authorities(entered));
        }
        audit.signInRefused();
        throw new BadCredentialsException("Name or password is not right, or it was tried too often.");
    }

    private List<GrantedAuthority> authorities(SignIns.Outcome.Entered entered) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        if (entered.mustChange()) {
            authorities.add(new SimpleGrantedAuthority(Authorities.MUST_CHANGE_PASSWORD));
        } else {
            authorities.add(new SimpleGrantedAuthority(Authorities.ENTERED));
            register.groupsOf(entered.person()).forEach(group -> authorities.add(new SimpleGrantedAuthority(group)));
        }
        return authorities;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
