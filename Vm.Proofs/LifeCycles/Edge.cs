namespace Vm.Proofs.LifeCycles;

/// <summary>A possible step of a row.</summary>
/// <param name="Row">A parameter's name, or one of the names of <see cref="Transition"/>.</param>
/// <param name="From">Number of the stage at entry.</param>
/// <param name="To">Number of the stage at return.</param>
sealed record Edge(string Row, int From, int To)
{
    /// <summary>That a row which an operation was not given stays what it is says nothing.</summary>
    public bool IsPlain => Row == Transition.OtherRow && From == To;
}
