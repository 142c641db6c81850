package eu.gardefou.robustness;

import eu.gardefou.WholeGate;
import eu.gardefou.policy.Consent;
import eu.gardefou.policy.Context;
import eu.gardefou.policy.Kind;
import eu.gardefou.policy.Policy;
import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Verdict;
import eu.gardefou.prompts.CanaryWords;
import jakarta.servlet.Filter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The whole program, of which a test takes one defence away at a time, for a while. Nothing of that
 * is in the program: it is done to it from outside.
 */
final class LaxGate implements AutoCloseable {
  private final WholeGate gate;
  private volatile @Nullable Filter around;
  private volatile @Nullable Policy instead;

  LaxGate() {
    var filter =
        new FilterRegistrationBean<Filter>((request, response, chain) -> {
          Filter lax = around;
          if (lax == null) {
            chain.doFilter(request, response);
          } else {
            lax.doFilter(request, response, chain);
          }
        });
    filter.setName("lax");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    gate =
        WholeGate.startReading(
            CanaryWords.PROMPTS,
            start -> {
              start.getBeanFactory().registerSingleton("laxFilter", filter);
              start.getBeanFactory().addBeanPostProcessor(new Replacing());
            });
  }

  WholeGate gate() {
    return gate;
  }

  /** With somebody in front who changes what comes, or what goes. */
  void behind(Filter lax, Runnable work) {
    around = lax;
    try {
      work.run();
    } finally {
      around = null;
    }
  }

  /** With another policy. */
  void under(Policy policy, Runnable work) {
    instead = policy;
    try {
      work.run();
    } finally {
      instead = null;
    }
  }

  /** With one door more, which shows a picture that nobody has screened. */
  void withDoor(String path, Runnable work) {
    var doors = gate.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var door =
        RequestMappingInfo.paths(path)
            .methods(RequestMethod.GET)
            .options(doors.getBuilderConfiguration())
            .build();
    doors.registerMapping(door, new Door(), Door.METHOD);
    try {
      work.run();
    } finally {
      doors.unregisterMapping(door);
    }
  }

  @Override
  public void close() {
    gate.close();
  }

  /** No component, or every other test would have it. */
  static final class Door {
    static final Method METHOD = method();

    ResponseEntity<Map<String, List<Map<String, String>>>> picture() {
      return ResponseEntity.ok(Map.of("data", List.of(Map.of("b64_json", "AAAA"))));
    }

    private static Method method() {
      try {
        return Door.class.getDeclaredMethod("picture");
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final class Replacing implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof Policy policy ? new Replaced(policy) : bean;
    }
  }

  private final class Replaced implements Policy {
    private final Policy real;

    Replaced(Policy real) {
      this.real = real;
    }

    private Policy now() {
      Policy other = instead;
      return other == null ? real : other;
    }

    @Override
    public String version() {
      return now().version();
    }

    @Override
    public Verdict judge(Kind kind, Consent consent, List<Signal> signals) {
      return now().judge(kind, consent, signals);
    }

    @Override
    public Verdict judge(Kind kind, Consent consent, List<Signal> signals, Context context) {
      return now().judge(kind, consent, signals, context);
    }
  }
}
