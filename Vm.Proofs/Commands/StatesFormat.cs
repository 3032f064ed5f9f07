namespace Vm.Proofs.Commands;

/// <summary>How the life of a row is printed.</summary>
enum StatesFormat
{
    /// <summary>A table for a reader.</summary>
    Text,

    /// <summary>A graph for Graphviz.</summary>
    Dot,

    /// <summary>A state diagram for Markdown.</summary>
    Mermaid,

    /// <summary>For a program.</summary>
    Json,
}
