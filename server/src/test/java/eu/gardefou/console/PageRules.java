package eu.gardefou.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** What holds for every page, asked of the browser that shows it. */
final class PageRules {
  /** Names what is wrong with the page's structure. */
  private static final String STRUCTURE =
      """
      () => {
        const wrong = [];
        const all = selector => [...document.querySelectorAll(selector)];
        if (!document.documentElement.lang) wrong.push('no lang');
        if (!document.title.trim()) wrong.push('no title');
        if (all('h1').length !== 1) wrong.push(all('h1').length + ' h1');
        if (all('main').length !== 1) wrong.push(all('main').length + ' main');
        const skip = document.querySelector('.skip');
        if (!skip || !document.querySelector(skip.getAttribute('href'))) wrong.push('no skip link');
        let level = 0;
        for (const heading of all('h1, h2, h3, h4')) {
          const next = Number(heading.tagName[1]);
          if (next > level + 1) wrong.push('heading jumps: ' + heading.innerText);
          level = next;
          if (!heading.innerText.trim()) wrong.push('empty heading');
        }
        for (const field of all('input:not([type=hidden]), select, textarea')) {
          if (!field.labels.length || !field.labels[0].innerText.trim()) {
            wrong.push('no label: ' + field.outerHTML);
          }
        }
        for (const doer of all('a, button')) {
          if (!(doer.getAttribute('aria-label') || doer.innerText).trim()) {
            wrong.push('no name: ' + doer.outerHTML);
          }
        }
        for (const name of ['aria-describedby', 'aria-labelledby']) {
          for (const element of all('[' + name + ']')) {
            for (const id of element.getAttribute(name).split(' ')) {
              if (!document.getElementById(id)) wrong.push(name + ' leads nowhere: ' + id);
            }
          }
        }
        const ids = all('[id]').map(element => element.id);
        for (const id of new Set(ids)) {
          if (ids.filter(other => other === id).length > 1) wrong.push('id twice: ' + id);
        }
        for (const element of all('img, picture, video, canvas, object, embed, iframe')) {
          wrong.push('a picture: ' + element.outerHTML);
        }
        for (const element of all('script, style, [style], [onclick]')) {
          wrong.push('inline style or script: ' + element.outerHTML);
        }
        if (document.body.innerText.includes('??')) wrong.push('a missing text');
        return wrong;
      }
      """;

  /** WCAG 2.2, 1.4.3: text against what is behind it, 4.5 to 1, large text 3 to 1. */
  private static final String CONTRAST =
      """
      () => {
        const parse = color => {
          const numbers = color.match(/[\\d.]+/g).map(Number);
          return {rgb: numbers.slice(0, 3), alpha: numbers.length > 3 ? numbers[3] : 1};
        };
        const linear = value =>
          value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        const light = rgb => {
          const [r, g, b] = rgb.map(value => linear(value / 255));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = element => {
          for (let at = element; at; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if (color.alpha === 1) return color.rgb;
            if (color.alpha !== 0) return [127, 127, 127];
          }
          return [255, 255, 255];
        };
        const wrong = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let seen = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node.parentElement;
          if (!node.data.trim() || !element.checkVisibility()) continue;
          seen++;
          const style = getComputedStyle(element);
          const one = light(parse(style.color).rgb);
          const other = light(behind(element));
          const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          if (ratio < (large ? 3 : 4.5)) wrong.push(ratio.toFixed(2) + ': ' + node.data.trim());
        }
        if (!seen) wrong.push('no text at all');
        return wrong;
      }
      """;

  private static final String WIDEST =
      "() => [document.documentElement.scrollWidth, window.innerWidth].join(' of ')";

  private PageRules() {}

  static void assertStructure(Page page) {
    assertThat(strings(page.evaluate(STRUCTURE))).as(page.url()).isEmpty();
  }

  static void assertContrast(Page page) {
    assertThat(strings(page.evaluate(CONTRAST))).as(page.url()).isEmpty();
  }

  static void assertNoSidewaysScroll(Page page) {
    String[] widths = ((String) page.evaluate(WIDEST)).split(" of ", -1);
    assertThat(Integer.parseInt(widths[0]))
        .as(page.url())
        .isLessThanOrEqualTo(Integer.parseInt(widths[1]));
  }

  private static List<String> strings(Object answer) {
    return ((List<?>) answer).stream().map(String::valueOf).toList();
  }
}
