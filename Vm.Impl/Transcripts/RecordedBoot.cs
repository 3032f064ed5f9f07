using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Transcripts;

/// <summary>Starts a component as the recordings of the original begin.</summary>
static class RecordedBoot
{
    /// <summary>
    /// What a page descriptor and a bucket take of the memory in the recorded build of the original: a bucket takes 16 bytes, and
    /// there are half as many as here (<see cref="ResidentHash.BucketsFor"/>).
    /// </summary>
    const int DescriptorBytes = 96;
    const int BucketBytes = 16 / 2;

    /// <exception cref="ArgumentException">The module cannot be bootstrapped on these segments.</exception>
    public static ResidentModule<Full> Start(
        IReadOnlyList<BootSegment> segments, int objects, int timesMoreFictitious, EventRecorder recorder) =>
        ResidentModule<Full>.Bootstrap(
            segments,
            new BootOptions
            {
                Objects = objects,
                FictitiousPages = timesMoreFictitious * ResidentModule<Full>.FictitiousQuantum,
                DescriptorBytes = DescriptorBytes,
                BucketBytes = BucketBytes,
            },
            recorder,
            recorder,
            recorder);
}
