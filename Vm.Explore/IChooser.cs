namespace Vm.Explore;

/// <summary>Chooses who takes the next step.</summary>
interface IChooser
{
    /// <summary>Chooses one of the threads that can go on.</summary>
    /// <param name="current">The thread that took the last step; -1 at the beginning.</param>
    /// <param name="enabled">The threads that can go on, at least one, in order.</param>
    int Choose(int current, IReadOnlyList<int> enabled);
}
