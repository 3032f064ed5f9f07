namespace Vm.Pmap;

/// <summary>What is known of a frame beside its present mappings.</summary>
[Flags]
enum FrameAttributes : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was accessed.</summary>
    Referenced = 1,

    /// <summary>It was written.</summary>
    Modified = 2,
}
