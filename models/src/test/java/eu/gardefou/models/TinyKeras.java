package eu.gardefou.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A package like those of nsfwjs, small enough to check by hand. */
final class TinyKeras {
  static final Tensor KERNEL = new Tensor(new int[] {3, 3, 1, 2}, steps(18, 0.25, -2));
  static final Tensor DENSE = new Tensor(new int[] {18, 3}, steps(54, 0.01, -0.3));
  static final Tensor BIAS = Tensor.of(0, 0.5f, 1);
  static final Tensor MEAN = Tensor.of(0.5f, 1);
  static final Tensor VARIANCE = Tensor.of(4, 1);
  static final Recipe RECIPE =
      new Recipe(
          new Recipe.Port("input", List.of("N", "6", "6", "1")),
          List.of(new Recipe.Output("chances", "last", List.of("N", "3"))));

  private static final String DESCRIPTION =
      """
      {modelTopology:{model_config:{config:{layers:[
      {class_name:"InputLayer",config:{name:"in"},inbound_nodes:[]},
      {class_name:"ZeroPadding2D",config:{name:"pad",padding:[[0,1],[0,1]]},
        inbound_nodes:[[["in",0,0,{}]]]},
      {class_name:"Conv2D",config:{name:"conv",strides:[2,2],padding:"valid",dilation_rate:[1,1],
        activation:"linear",use_bias:!1},inbound_nodes:[[["pad",0,0,{}]]]},
      {class_name:"BatchNormalization",config:{name:"bn",axis:3,epsilon:.001,center:!0,scale:!1},
        inbound_nodes:[[["conv",0,0,{}]]]},
      {class_name:"ReLU",config:{name:"relu",max_value:6,negative_slope:0,threshold:0},
        inbound_nodes:[[["bn",0,0,{}]]]},
      {class_name:"Flatten",config:{name:"flat"},inbound_nodes:[[["relu",0,0,{}]]]},
      {class_name:"Dropout",config:{name:"drop",rate:.5},inbound_nodes:[[["flat",0,0,{}]]]},
      {class_name:"Dense",config:{name:"last",activation:"ACTIVATION",use_bias:!0},
        inbound_nodes:[[["drop",0,0,{}]]]}]}}},
      weightsManifest:[{paths:["group1-shard1of2"],weights:[
      {name:"conv/kernel",shape:[3,3,1,2],dtype:"float32",quantization:{min:-2,scale:.25,dtype:"uint8"}},
      {name:"bn/beta",shape:[2],dtype:"float32",quantization:{min:0,scale:0,dtype:"uint8"}},
      {name:"bn/moving_mean",shape:[2],dtype:"float32",quantization:{min:.5,scale:.5,dtype:"uint8"}},
      {name:"bn/moving_variance",shape:[2],dtype:"float32",
        quantization:{min:4,scale:-3,dtype:"uint8"}},
      {name:"last/kernel",shape:[18,3],dtype:"float32",
        quantization:{min:-.3,scale:.01,dtype:"uint8"}},
      {name:"last/bias",shape:[3],dtype:"float32",quantization:{min:0,scale:.5,dtype:"uint8"}}]}]}\
      """;

  private TinyKeras() {}

  /** Description and two shards. */
  static List<byte[]> files(String activation) {
    byte[] weights = new byte[18 + 2 + 2 + 2 + 54 + 3];
    int at = 0;
    for (int length : new int[] {18, 2, 2, 2, 54, 3}) {
      for (int i = 0; i < length; i++) {
        weights[at++] = (byte) i;
      }
    }
    byte[] first = Arrays.copyOf(weights, 30);
    byte[] second = Arrays.copyOfRange(weights, 30, weights.length);
    return List.of(
        script(DESCRIPTION.replace("ACTIVATION", activation)), shard(first), shard(second));
  }

  private static byte[] shard(byte[] bytes) {
    return script('"' + Base64.getEncoder().encodeToString(bytes) + '"');
  }

  private static byte[] script(String exported) {
    return ("!function(e){}(function(){var c=i[o]={exports:{}}}({1:[function(e,a,n){a.exports="
            + exported
            + "},{}]},{},[1])(1)});")
        .getBytes(UTF_8);
  }

  private static float[] steps(int count, double scale, double min) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (i * scale + min);
    }
    return values;
  }
}
