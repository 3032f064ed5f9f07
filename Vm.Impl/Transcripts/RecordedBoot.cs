using System.Numerics;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Transcripts;

/// <summary>Starts a component as the recordings of the original begin.</summary>
static class RecordedBoot
{
    /// <summary>What a page descriptor and a bucket take of the memory in the recorded build of the original.</summary>
    const int DescriptorBytes = 96;
    const int BucketBytes = 16;

    /// <exception cref="ArgumentException">The module cannot be bootstrapped on these segments.</exception>
    public static ResidentModule<Full> Start(
        IReadOnlyList<BootSegment> segments, int objects, int timesMoreFictitious, EventRecorder recorder) =>
        ResidentModule<Full>.Bootstrap(
            segments,
            new BootOptions
            {
                Objects = objects,
                FictitiousPages = timesMoreFictitious * ResidentModule<Full>.FictitiousQuantum,
                Buckets = BucketsFor((uint)segments.Sum(segment => segment.Size)),
                DescriptorBytes = DescriptorBytes,
                BucketBytes = BucketBytes,
            },
            recorder,
            recorder,
            recorder);

    /// <summary>As many as the original has, half of those here (<see cref="ResidentHash.BucketsFor"/>): full mode looks at each after each operation.</summary>
    static int BucketsFor(uint frames) => (int)BitOperations.RoundUpToPowerOf2(frames);
}
