namespace Vm.Physical;

/// <summary>What numbers of free pages mean in a segment.</summary>
/// <param name="Min">With no more than so many, only privileged threads allocate (<c>min_free_pages</c>).</param>
/// <param name="Low">With no more than so many, pageout starts (<c>low_free_pages</c>).</param>
/// <param name="High">With so many, unprivileged allocation resumes (<c>high_free_pages</c>).</param>
public sealed record FreeTargets(int Min, int Low, int High);
