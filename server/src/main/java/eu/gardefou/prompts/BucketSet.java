package eu.gardefou.prompts;

import java.util.Arrays;

/** Small numbers, each once, in the order in which they came. */
final class BucketSet {
  /** Places by number, one more than the number's own index; 0 is empty. At most half are taken. */
  private int[] places = new int[2048];

  private int[] numbers = new int[1024];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return numbers[index];
  }

  int[] inOrderOfArrival() {
    return Arrays.copyOf(numbers, size);
  }

  void add(int number) {
    int place = place(number);
    if (places[place] != 0) {
      return;
    }
    if (size == numbers.length) {
      grow();
      place = place(number);
    }
    numbers[size++] = number;
    places[place] = size;
  }

  /** Where a number is, or the empty place for it. */
  private int place(int number) {
    int place = (number * 0x9E3779B9) >>> 1 & (places.length - 1);
    while (places[place] != 0 && numbers[places[place] - 1] != number) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, numbers.length * 2);
    places = new int[numbers.length * 2];
    for (int i = 0; i < size; i++) {
      places[place(numbers[i])] = i + 1;
    }
  }
}
