namespace Vm.Tests.Resident.Model;

/// <summary>A run in which module and model differ, or in which a check stopped the module.</summary>
/// <param name="layout">The memory.</param>
/// <param name="steps">The steps; without any one of them the run passes.</param>
/// <param name="cause">What the last step met.</param>
sealed class ModelFailure(Layout layout, IReadOnlyList<Step> steps, Exception cause)
    : Exception($"{cause.Message}\nafter, on {layout}: {string.Join(", ", steps)}", cause)
{
    public IReadOnlyList<Step> Steps { get; } = steps;
}
