package eu.gardefou.media.webp;

import java.util.HexFormat;

/** The constants of VP8, as RFC 6386 lists them. Probabilities are unsigned bytes. */
final class LossyTables {
  /** Coefficients: 4 kinds of block, 8 bands, 3 contexts, 11 probabilities (section 13.5). */
  static final byte[] COEFFICIENTS =
      table(
          "808080808080808080808080808080808080808080808080808080808080808080fd88fe"
              + "ffe4db8080808080bd81f2ffe3d5ffdb8080806a7ee3fcd6d1ffff8080800162f8ffece2"
              + "ffff808080b585eefeddeaff9a8080804e86caf7c6b4ffdb80808001b9f9fff3ff808080"
              + "8080b896f7ffece080808080804d6ed8ffece680808080800165fbfff1ff8080808080aa"
              + "8bf1fcecd1ffff8080802574c4f3e4ffffff80808001ccfefff5ff8080808080cfa0faff"
              + "ee8080808080806667e7ffd3ab80808080800198fcfff0ff8080808080b187f3ffeae180"
              + "808080805081d3ffc2e080808080800101ff8080808080808080f601ff80808080808080"
              + "80ff80808080808080808080c623eddfc1bba2a0919b3e832dc6ddacb0dc9dfcdd01442f"
              + "92d095a7dda2ffdf800195f1ffdde0ffff808080b88deafddedcffc78080805163b5f2b0"
              + "bef9caffff800181e8fdd6c5f2c4ffff806379d2fac9c6ffca808080175ba3f2aabbf7d2"
              + "ffff8001c8f6ffeaff80808080806db2f1ffe7f5ffff8080802c82c9fdcdc0ffff808080"
              + "0184effbdbd1ffa58080805e88e1fbdabeffff8080801664aef5baa1ffc780808001b6f9"
              + "ffe8eb80808080807c8ff1ffe3ea8080808080234db5fbc1d3ffcd808080019df7ffece7"
              + "ffff808080798debffe1e3ffff8080802d63bcfbc3d9ffe08080800101fbffd5ff808080"
              + "8080cb01f8ffff8080808080808901b1ffe0ff8080808080fd09f8fbcfd0ffc0808080af"
              + "0de0f3c1b9f9c6ffff804911abdda1b3eca7ffea80015ff7fdd4b7ffff808080ef5af4fa"
              + "d3d1ffff8080809b4dc3f8bcc3ffff8080800118effbdadbffcd808080c933dbffc4ba80"
              + "80808080452ebeefc9daffe480808001bffbffff808080808080dfa5f9ffd5ff80808080"
              + "808d7cf8ffff8080808080800110f8ffff808080808080be24e6ffecff80808080809501"
              + "ff808080808080808001e2ff8080808080808080f7c0ff8080808080808080f080ff8080"
              + "8080808080800186fcffff808080808080d53efaffff808080808080375dff8080808080"
              + "808080808080808080808080808080808080808080808080808080808080808080808080"
              + "ca18d5ebbabfdca0f0afff7e26b6e8a9b8e4aeffbb803d2e8adb97b2f0aaffd8800170e6"
              + "fac7bff79fffff80a66de4fcd3d7ffae808080274da2e8acb4f5b2ffff800134dcf6c6c7"
              + "f9dcffff807c4abff3b7c1faddffff80184782db9aaaf3b6ffff8001b6e1f9dbf0ffe080"
              + "80809596e2fcd8cdffab8080801c6caaf2b7c2fedfffff800151e6fccccbffc08080807b"
              + "66d1f7bcc4ffe9808080145f99f3a4adffcb80808001def8ffd8d58080808080a8aff6fc"
              + "ebcdffff8080802f74d7ffd3d4ffff8080800179ecfdd4d6ffff8080808d54d5fcc9caff"
              + "db8080802a50a0f0a2b9ffcd8080800101ff8080808080808080f401ff80808080808080"
              + "80ee01ff8080808080808080");

  /** How probable it is that each of them is not replaced (section 13.4). */
  static final byte[] COEFFICIENT_UPDATES =
      table(
          "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffb0f6ff"
              + "ffffffffffffffffdff1fcfffffffffffffffff9fdfdfffffffffffffffffff4fcffffff"
              + "ffffffffffeafefefffffffffffffffffdfffffffffffffffffffffff6feffffffffffff"
              + "ffffeffdfefffffffffffffffffefffefffffffffffffffffff8fefffffffffffffffffb"
              + "fffefffffffffffffffffffffffffffffffffffffffffdfefffffffffffffffffbfefeff"
              + "fffffffffffffffefffefffffffffffffffffffefdfffefffffffffffffafffefffeffff"
              + "fffffffffeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
              + "ffffffffffffffffffffffffd9ffffffffffffffffffffe1fcf1fdfffffeffffffffeafa"
              + "f1fafdfffdfefffffffffeffffffffffffffffffdffefeffffffffffffffffeefdfefeff"
              + "fffffffffffffff8fefffffffffffffffff9feffffffffffffffffffffffffffffffffff"
              + "fffffffffdfffffffffffffffffff7feffffffffffffffffffffffffffffffffffffffff"
              + "fffdfefffffffffffffffffcfffffffffffffffffffffffffffffffffffffffffffffefe"
              + "fffffffffffffffffdfffffffffffffffffffffffffffffffffffffffffffffefdffffff"
              + "fffffffffffafffffffffffffffffffffeffffffffffffffffffffffffffffffffffffff"
              + "ffffffffffffffffffffffffffffffffffffffffffffffffbafbfaffffffffffffffffea"
              + "fbf4fefffffffffffffffbfbf3fdfefffefffffffffffdfeffffffffffffffffecfdfeff"
              + "fffffffffffffffbfdfdfefefffffffffffffffefefffffffffffffffffefefeffffffff"
              + "fffffffffffffffffffffffffffffffffefffffffffffffffffffefeffffffffffffffff"
              + "fffefffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffffffffff"
              + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
              + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
              + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
              + "f8fffffffffffffffffffffafefcfefffffffffffffff8fef9fdfffffffffffffffffdfd"
              + "fffffffffffffffff6fdfdfffffffffffffffffcfefbfefefffffffffffffffefcffffff"
              + "fffffffffff8fefdfffffffffffffffffdfffefefffffffffffffffffbfeffffffffffff"
              + "fffff5fbfefffffffffffffffffdfdfefffffffffffffffffffbfdfffffffffffffffffc"
              + "fdfefffffffffffffffffffefffffffffffffffffffffcfffffffffffffffffff9fffeff"
              + "fffffffffffffffffffefffffffffffffffffffffdfffffffffffffffffaffffffffffff"
              + "fffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffffffffffffff"
              + "ffffffffffffffffffffffff");

  /** Modes of small blocks: the mode above, the mode on the left, 9 probabilities (11.5). */
  static final byte[] SMALL_MODES =
      table(
          "e7783059737178987098b3407eaa762e465faf458f505552489b67383a0aabdabd110d98"
              + "90470a26abd590221a721a11a32cc3150aad791850c31a3e2c4055aa2e371388a021ce47"
              + "3f14087272d00c09e251280b60b6541d102486b7598962656aa59448bb64829d6f204b50"
              + "4266a7634a3e28ea80293509b2f18d1a086b684f0c1bd9ff5711074a2b1a9249a631179d"
              + "412669a033341f73805744472c72330fba172f290e6eb6b71511c2422d1966c5bd171216"
              + "585893962a2e2dc4cd2b61b775552623b33d2735c8571a152be8ab3822336872661d5d4d"
              + "6b36201a3301512b1f271c55ab3aa55a6240221674ce17222ba64944196a1640ab24e172"
              + "2213156684bc104c7c3e124e5f5539323033c165239fd76f592e6f3c941facdbe415126f"
              + "70714d55b3ff267872282a01c4f5d10a196d6450082b9a01331a47582b1d8ca6d5252b9a"
              + "3d3f1e9b432d4401d18e4e4e10ff8022c5ab29280566d3b70401dd333211a8d1c0171952"
              + "7d622a58685575af525f543559806471652d4b4f7b2f338051ab01391105476639352931"
              + "7315020a66ffa6170626210d7939491a0155290a438a4d6e5a2f72651d100a558065c41a"
              + "39120a6666d522142b75140f24a38044011a8a1f24ab1ba6262ce543573aa952731a3bb3"
              + "3f3b5ab43ba65d499a282815748fd12227af392e161880013611252f0f10b722df312db7"
              + "2e1121b706620f20b7412049731c801780cd2803097333c01206df572509733b4d40152f"
              + "68372cda09363582e2405a46cd2829171a39363970b8052926a6d51e221a8598740a2086"
              + "4b200c33c0ffa02b33271335dd1a722049ff1f0941ea020f017649581f2343665537ba55"
              + "3815176f3bcd2d25c03726467c4966012262663d472522351ff3c0453c472649771cde25"
              + "442d8022012f0bf5ab3e1113469255373e464b0f090940ffb87710252b259a64a355a001"
              + "3f095c881c4020c95556061c0540ff19f8013808118489ff3774803a0f145287391a7928"
              + "a4321f899a851923da33672c83837b1f069e5628408794e02db780161a1183f09a0e01d1"
              + "530c0d36c0ff442f1c2d10155b40de0701c53815279b3c8a1766d5551a555580802092ab"
              + "120b073f90ab0404f6231b0a92aeab0c1a80be502363b4507e362d557e2f57b033291420"
              + "654b808b769274805538290fb0ec5525093e9224131eabff611b14471e117776ff11128a"
              + "65263c8a37462b1a8e8a2d3d3edb0151bc4020291475978e1415a370130c3dc380300418");

  /** The tree of modes of small blocks (section 11.2): leaves are negative. */
  static final int[] SMALL_MODE_TREE = {
    -LossyModes.DC,
    2,
    -LossyModes.TRUE_MOTION,
    4,
    -LossyModes.VERTICAL,
    6,
    8,
    12,
    -LossyModes.HORIZONTAL,
    10,
    -LossyModes.RIGHT_DOWN,
    -LossyModes.VERTICAL_RIGHT,
    -LossyModes.LEFT_DOWN,
    14,
    -LossyModes.VERTICAL_LEFT,
    16,
    -LossyModes.HORIZONTAL_DOWN,
    -LossyModes.HORIZONTAL_UP
  };

  /** Steps of the first coefficient of a block (section 14.1). */
  static final int[] DC_STEPS = {
    4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 17, 17, 18, 19, 20, 20, 21, 21, 22, 22, 23,
    23, 24, 25, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 37, 38, 39, 40, 41, 42, 43, 44,
    45, 46, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67,
    68, 69, 70, 71, 72, 73, 74, 75, 76, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 91,
    93, 95, 96, 98, 100, 101, 102, 104, 106, 108, 110, 112, 114, 116, 118, 122, 124, 126, 128, 130,
    132, 134, 136, 138, 140, 143, 145, 148, 151, 154, 157
  };

  /** Steps of the other coefficients of a block (section 14.1). */
  static final int[] AC_STEPS = {
    4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52,
    53, 54, 55, 56, 57, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92, 94,
    96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116, 119, 122, 125, 128, 131, 134, 137, 140,
    143, 146, 149, 152, 155, 158, 161, 164, 167, 170, 173, 177, 181, 185, 189, 193, 197, 201, 205,
    209, 213, 217, 221, 225, 229, 234, 239, 245, 249, 254, 259, 264, 269, 274, 279, 284
  };

  /** Which band a coefficient belongs to (section 13.3). */
  static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};

  /** Where a coefficient goes (section 13). */
  static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

  /** Extra bits of large coefficients (section 13.2). */
  static final int[][] LARGE = {
    {173, 148, 140},
    {176, 155, 140, 135},
    {180, 157, 141, 134, 130},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
  };

  private LossyTables() {}

  private static byte[] table(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
