package eu.gardefou.console;

import com.microsoft.playwright.Browser;
import eu.gardefou.access.Role;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Where tests sit: a browser, and the address of the gate under test. */
@TestComponent
final class Desk implements DisposableBean {
  private final Scene scene;
  private final Environment environment;
  private final Chromium chromium = Chromium.start();

  Desk(Scene scene, Environment environment) {
    this.scene = scene;
    this.environment = environment;
  }

  /** Without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  /** A window in which nobody has signed in. */
  Visit visit() {
    return visit(new Browser.NewContextOptions());
  }

  Visit visit(Browser.NewContextOptions options) {
    return chromium.visit(address(), options);
  }

  /** A window of somebody with exactly these roles. */
  Visit signedIn(Role first, Role... more) {
    return visit().signIn(scene.somebody(first, more), Scene.PASSWORD);
  }

  @Override
  public void destroy() {
    chromium.close();
  }
}
