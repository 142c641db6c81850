package eu.gardefou.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two doors: machines with a key, people with a session. Everything that is not named as public
 * needs one of them.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
  private static final String PAGES =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final String NOTHING =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

  private static final String NO_DEVICES =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";

  private static final String[] PUBLIC = {
    "/health",
    "/livez",
    "/readyz",
    "/status",
    "/status/live",
    "/sign-in",
    "/welcome",
    "/static/**",
    "/css/**",
    "/js/**",
    "/images/**"
  };

  /** Stateless; no cookie is read, so a browser cannot be made to use it for somebody. */
  @Bean
  @Order(1)
  SecurityFilterChain machineDoor(HttpSecurity http, KeyCheck check) throws Exception {
    Refusals refusals = new Refusals();
    var contexts = new RequestAttributeSecurityContextRepository();
    return http.securityMatcher(Doors.all())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .addFilterBefore(new KeyFilter(check, contexts, refusals), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> {
          for (Doors door : Doors.ALL) {
            requests.requestMatchers(door.matcher()).access(door.key());
          }
          requests.anyRequest().denyAll();
        })
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint(refusals::unauthorised)
                .accessDeniedHandler(refusals::forbidden))
        .build();
  }

  /** The password check is found as the one provider there is; named here it would run twice. */
  @Bean
  @Order(2)
  SecurityFilterChain peopleDoor(HttpSecurity http, Sessions sessions) throws Exception {
    return http.csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(context -> context.securityContextRepository(sessions))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(PAGES))
                .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(
                    opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(PUBLIC)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/keys/**", "/people/**")
                .hasAuthority(Role.ADMIN.authority())
                .anyRequest()
                .authenticated())
        .formLogin(form ->
            form.loginPage("/sign-in")
                .successHandler(new SimpleUrlAuthenticationSuccessHandler("/"))
                .failureHandler(SecurityConfiguration::notSignedIn))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .build();
  }

  private static CookieCsrfTokenRepository formTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("gardefou-form");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    return tokens;
  }

  /** Says as little as possible of why. */
  private static void notSignedIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    String why =
        cause instanceof LockedException
            ? "later"
            : cause instanceof AuthenticationServiceException ? "unavailable" : "wrong";
    response.sendRedirect("/sign-in?" + why);
  }
}
