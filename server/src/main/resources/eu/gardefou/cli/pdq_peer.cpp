// Hashes one picture with upstream's hasher over and over; prints the hash and the mean of each
// round in ms. Arguments: "pixels", file of RGB bytes, width, height, milliseconds a round, rounds.
#include <pdq/cpp/hashing/pdqhashing.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

using namespace facebook::pdq::hashing;
using Clock = std::chrono::steady_clock;

static double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

int main(int count, char** arguments) {
  if (count != 7) {
    return 2;
  }
  std::ifstream file(arguments[2], std::ios::binary);
  std::vector<char> content((std::istreambuf_iterator<char>(file)), {});
  uint8_t* rgb = reinterpret_cast<uint8_t*>(content.data());
  int width = atoi(arguments[3]);
  int height = atoi(arguments[4]);
  double round = atof(arguments[5]);
  int rounds = atoi(arguments[6]);
  std::vector<float> one(size_t(width) * height), two(one.size());
  static float b64[64][64], b1664[16][64], b16[16][16];
  Hash256 hash;
  int quality;
  auto mean = [&] {
    auto start = Clock::now();
    int times = 0;
    do {
      fillFloatLumaFromRGB(rgb, rgb + 1, rgb + 2, height, width, width * 3, 3, one.data());
      pdqHash256FromFloatLuma(
          one.data(), two.data(), height, width, b64, b1664, b16, hash, quality);
      times++;
    } while (milliseconds_since(start) < round);
    return milliseconds_since(start) / times;
  };
  mean();
  std::vector<double> means;
  for (int i = 0; i < rounds; i++) {
    means.push_back(mean());
  }
  printf("%s", hash.format().c_str());
  for (double each : means) {
    printf(" %.6f", each);
  }
  printf("\n");
}
