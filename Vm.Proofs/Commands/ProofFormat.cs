namespace Vm.Proofs.Commands;

/// <summary>How a proof is printed.</summary>
enum ProofFormat
{
    /// <summary>For a reader.</summary>
    Text,

    /// <summary>For a program.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for viewers of code scanning.</summary>
    Sarif,

    /// <summary>JUnit's XML, for viewers of test results.</summary>
    Junit,

    /// <summary>Workflow commands that annotate the lines of a pull request on GitHub.</summary>
    Github,
}
