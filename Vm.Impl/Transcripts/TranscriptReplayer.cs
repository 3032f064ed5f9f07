using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Transcripts;

/// <summary>Replays one transcript on a freshly bootstrapped component that checks everything.</summary>
sealed class TranscriptReplayer
{
    readonly Transcript transcript;
    readonly EventRecorder recorder;
    readonly Snapshot snapshot;
    readonly Driver driver;
    readonly EffectComparer comparer;
    int operations;
    ReplayStop? stop;

    public TranscriptReplayer(Transcript transcript)
    {
        this.transcript = transcript;
        var names = new Names();
        recorder = new EventRecorder(names);
        var module = Bootstrap();
        recorder.Attach(module.State);
        snapshot = new Snapshot(module.State, names);
        driver = new Driver(module, names, recorder);
        comparer = new EffectComparer(module.State, names);
    }

    /// <summary>Replays up to the first difference.</summary>
    public ReplayOutcome Run()
    {
        // The thread begins as an ordinary one, whatever a transcript before made of it.
        KernelThread.VmPrivilege = false;
        try
        {
            var difference = transcript.Operations.Select(Replay).FirstOrDefault(difference => difference is not null);
            return new ReplayOutcome(operations, difference, stop);
        }
        finally
        {
            // A misuse that was stopped gives no lock back.
            HeldLocks.ForgetAll();
            KernelThread.VmPrivilege = false;
        }
    }

    ReplayDifference? Replay(RecordedOperation operation)
    {
        operations++;
        ObservedEffect observed;
        try
        {
            var result = driver.Perform(operation);
            observed = new ObservedEffect(result, snapshot.TakeChanges(), recorder.Take());
        }
        catch (Exception failure) when (failure is PanicException or CheckFailedException)
        {
            return CompareStop(operation, TextOf(failure));
        }

        if (operation.Stop is { } recordedStop) return Difference(operation, [$"stops: {recordedStop}"], ["goes on"]);

        var (expected, actual) = comparer.Compare(operation, observed);
        return expected.Count + actual.Count == 0 ? null : Difference(operation, expected, actual);
    }

    ReplayDifference? CompareStop(RecordedOperation operation, string detected)
    {
        if (operation.Stop is not { } recorded) return Difference(operation, ["goes on"], [$"stops: {detected}"]);

        stop = new ReplayStop(transcript.File, operation.Place.Line, operation.Operation.Name, recorded, detected);
        return null;
    }

    ReplayDifference Difference(RecordedOperation operation, IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        new(transcript.File, operation.Place.Line, operation.Operation.Name, expected, actual);

    static string TextOf(Exception failure) => failure is CheckFailedException check
        ? $"{check.Operation}: {check.Clause}: {check.Sentence}"
        : failure.Message;

    ResidentModule<Full> Bootstrap()
    {
        try
        {
            return RecordedBoot.Start(
                transcript.Segments, transcript.CountOf("object_create"), transcript.CountOf("vm_page_more_fictitious"), recorder);
        }
        catch (ArgumentException cause)
        {
            throw transcript.Header.Wrong($"the module cannot be bootstrapped on these segments: {cause.Message}", cause);
        }
    }
}
