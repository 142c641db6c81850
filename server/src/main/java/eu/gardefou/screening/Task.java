package eu.gardefou.screening;

import eu.gardefou.policy.Signal;
import eu.gardefou.policy.Signal.Part;
import java.util.List;
import java.util.concurrent.Callable;

/** Work of one check on one part of a submission. */
record Task(Part part, int index, String check, Callable<List<Signal>> work) {}
