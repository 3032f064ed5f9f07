namespace Vm.Explore;

/// <summary>A step of a run: what a thread does before it can be interrupted again.</summary>
/// <param name="Thread">The thread's name.</param>
/// <param name="Operation">What it is doing at large.</param>
/// <param name="Action">What it does, or for what it waits.</param>
/// <param name="Place">Where, as <c>file(line)</c>; empty unless the run was asked to know.</param>
/// <param name="IsRelease">It gives a lock back: little that a reader must know.</param>
public sealed record Step(string Thread, string Operation, string Action, string Place, bool IsRelease);
