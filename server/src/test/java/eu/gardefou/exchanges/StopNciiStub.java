package eu.gardefou.exchanges;

import eu.gardefou.exchanges.Stub.Asked;
import eu.gardefou.exchanges.Stub.Reply;
import eu.gardefou.exchanges.peer.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A list of hashes that answers as StopNCII documents it: from a time on, page by page. */
final class StopNciiStub implements AutoCloseable {
  final Stub stub = new Stub();
  final List<Map<String, Object>> records = new ArrayList<>();
  int pageSize = 800;
  String key = "first";

  /** The list's clock, in seconds. */
  LongSupplier now = () -> 20;

  StopNciiStub() {
    stub.answering = this::answer;
  }

  Map<String, String> secrets(String fetchKey) {
    return Map.of(
        "fetch_function_key",
        fetchKey,
        "subscription_key",
        "sub",
        "feedback_function_key",
        "back",
        "base_url_override",
        stub.address());
  }

  Reply answer(Asked asked) {
    if (!asked.header("x-functions-key").equals(key)
        || !asked.header("Ocp-Apim-Subscription-Key").equals("sub")) {
      return new Reply(401, "");
    }
    long start = Long.parseLong(asked.query().get("startTimestamp"));
    int skip = Integer.parseInt(asked.query().getOrDefault("nextPageToken", "0"));
    List<Map<String, Object>> since =
        records.stream().filter(record -> since(record, start)).toList();
    List<Map<String, Object>> page = since.stream().skip(skip).limit(pageSize).toList();
    boolean more = skip + pageSize < since.size();
    return Reply.ok(
        Json.MAPPER.writeValueAsString(
            Map.of(
                "count",
                page.size(),
                "nextPageToken",
                more ? String.valueOf(skip + pageSize) : "",
                "nextSetTimestamp",
                now.getAsLong(),
                "hasMoreRecords",
                more,
                "hashRecords",
                page)));
  }

  /** What has no time, or an odd one, is told every time. */
  private static boolean since(Map<String, Object> record, long start) {
    return !(record.get("lastModtimestamp") instanceof Number time)
        || time.longValue() < 0
        || time.longValue() >= start;
  }

  void put(long at, String type, String hash, String status, Map<String, String> cases) {
    records.add(
        Map.of(
            "lastModtimestamp", at,
            "signalType", type,
            "hashValue", hash,
            "hashStatus", status,
            "caseNumbers", cases,
            "CSPFeedbacks", List.of()));
  }

  @Override
  public void close() {
    stub.close();
  }
}
