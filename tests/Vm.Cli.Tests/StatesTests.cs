using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests;

public class StatesTests
{
    static readonly Lazy<LifeCycleReport> shipped = new(() => StatesCommand.Compute(Shipped.Subject, new ProofOptions()));

    [Fact]
    public Task Text_ShippedComponent_IsAsReviewed() =>
        Verifier.Verify(string.Join('\n', StatesText.Lines(shipped.Value).Append("").Append(StatesText.Tally(shipped.Value))));

    [Fact]
    public void Partition_OfPages_IsProved() =>
        Assert.All(shipped.Value.Partition, claim => Assert.Equal(Outcome.Proved, claim.Outcome));

    [Fact]
    public void Diagram_InTheDocumentation_IsComputed() => Assert.Contains(
        $"```mermaid\n{StatesDiagram.Mermaid(shipped.Value)}```",
        File.ReadAllText(Path.Combine(TestData.Root, "docs", "states.md")), StringComparison.Ordinal);

    [Fact]
    public void Diagrams_StepsSeenAndUnknown_ShowTheFirstAndCountTheOthers()
    {
        var report = new LifeCycleReport(
            new SolverInfo("Z3", new Version(4, 8, 12), "/lib/libz3.so.4"), "0123abcd",
            [new AbstractState("Free", "can be taken"), new AbstractState("Held", "is taken")], [],
            [
                new Transition("Take", Transition.ResultRow, "Free", "Held", true),
                new Transition("Take", Transition.OtherRow, "Held", "Free", false),
                new Transition("Look", "row", "Held", "Held", true),
            ],
            4, TimeSpan.Zero);

        Assert.Equal(
            "stateDiagram-v2\n    Free\n    Held\n    Free --> Held : Take\n    %% 1 step is unknown and not drawn\n", StatesDiagram.Mermaid(report));
        Assert.Contains("Free -> Held [label=\"Take\"];\n    // 1 step is unknown and not drawn\n", StatesDiagram.Dot(report), StringComparison.Ordinal);
    }
}
