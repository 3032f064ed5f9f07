namespace Vm.Vocabulary;

/// <summary>
/// Marks a static predicate of the component's state and one row: a stage in the life of the rows of that table. Between
/// which stages an operation takes a row is computed from the code by <c>vm states</c>; nothing is checked while it runs.
/// </summary>
/// <param name="sentence">The stage in words.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AbstractStateAttribute(string sentence) : ClauseAttribute(sentence);
