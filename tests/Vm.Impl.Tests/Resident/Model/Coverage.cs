using System.Collections.Concurrent;

namespace Vm.Tests.Resident.Model;

/// <summary>How often each operation was done, from all threads.</summary>
sealed class Coverage
{
    readonly ConcurrentDictionary<string, long> done = new();

    public long Total => done.Values.Sum();

    public void Add(IEnumerable<Step> steps)
    {
        foreach (var step in steps) done.AddOrUpdate(step.Operation.Name, 1, (_, count) => count + 1);
    }

    public void AssertEach(IEnumerable<ModelOperation> operations, long atLeast)
    {
        var rare = operations.Where(operation => done.GetValueOrDefault(operation.Name) < atLeast).Select(operation => operation.Name);
        Assert.True(!rare.Any(), $"done fewer than {atLeast} times: {string.Join(", ", rare)}; of all: {this}");
    }

    public override string ToString() =>
        string.Join(", ", done.OrderBy(entry => entry.Value).Select(entry => $"{entry.Key} {entry.Value}"));
}
