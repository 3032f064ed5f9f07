namespace Vm.Machine;

/// <summary>Samples of a run, evenly spaced, however long it is: when there are too many, every other one is dropped.</summary>
sealed class MachineHistory
{
    /// <summary>The most that are kept.</summary>
    const int Most = 512;

    readonly List<MachineSample> samples = [];
    long interval = 64;

    /// <summary>The samples, in the order of time.</summary>
    public IReadOnlyList<MachineSample> Samples => samples;

    /// <summary>Whether a sample is to be taken after so many records.</summary>
    public bool IsDue(long records) => (records & (interval - 1)) == 0;

    /// <summary>Takes a sample.</summary>
    public void Add(MachineSample sample)
    {
        if (samples.Count == Most)
        {
            for (var i = 0; i < Most / 2; i++) samples[i] = samples[(2 * i) + 1];
            samples.RemoveRange(Most / 2, Most / 2);
            interval *= 2;
        }

        samples.Add(sample);
    }
}
