package eu.gardefou.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PublicAddressesTest {
  private final PublicAddresses rule = new PublicAddresses(List.of(), List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.3",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::7f00:1",
        "100::1",
        "2001::1",
        "2001:0:102:304::1",
        "2001:2::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "3fff::1",
        "4000::1",
        "5f00::1"
      })
  void whatIsNotPublicIsRefused(String address) throws UnknownHostException {
    assertThat(rule.allow(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2001:200::1",
        "2606:4700::1111",
        "2a00:1450::1",
        "2003::1",
        "3ffe::1"
      })
  void whatIsPublicIsAllowed(String address) throws UnknownHostException {
    assertThat(rule.allow(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void theOperatorMayOpenAnInnerNetworkAndShutAPublicOne() throws UnknownHostException {
    var own = new PublicAddresses(List.of("10.2.0.0/15"), List.of("8.8.0.0/16", "10.3.3.0/24"));

    assertThat(own.allow(InetAddress.getByName("10.3.255.1"))).isTrue();
    assertThat(own.allow(InetAddress.getByName("10.4.0.0"))).isFalse();
    assertThat(own.allow(InetAddress.getByName("8.8.8.8"))).isFalse();
    assertThat(own.allow(InetAddress.getByName("10.3.3.9"))).isFalse();
  }

  /** A translator would lead to the address within, so that one is what the lists are about. */
  @ParameterizedTest
  @ValueSource(strings = {"64:ff9b::808:808", "64:ff9b:1::808:808", "2002:808:808::1"})
  void anAddressInDisguiseIsRefusedAsTheOneThatItIs(String address) throws UnknownHostException {
    var all = List.of("64:ff9b:1::/48", "2002::/16");
    InetAddress disguised = InetAddress.getByName(address);

    assertThat(new PublicAddresses(all, List.of()).allow(disguised)).isTrue();
    assertThat(new PublicAddresses(all, List.of("8.8.0.0/16")).allow(disguised)).isFalse();
    assertThat(
            new PublicAddresses(List.of("8.8.0.0/16"), List.of(address + "/128")).allow(disguised))
        .isFalse();
  }

  @Test
  void anInnerNetworkThatIsOpenedIsOpenThroughATranslatorToo() throws UnknownHostException {
    var own = new PublicAddresses(List.of("10.2.0.0/16"), List.of());

    assertThat(own.allow(InetAddress.getByName("64:ff9b::a02:1"))).isTrue();
    assertThat(own.allow(InetAddress.getByName("64:ff9b::a03:1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "host/8", "10.0.0.0/x", "fd00::/-1", "/8"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
  }
}
