namespace Vm.Cli.Tests;

/// <summary>Tests that prove the whole module run one after the other, so that all but the first know the proofs.</summary>
static class WholeProof
{
    public const string Name = "the whole proof";
}
