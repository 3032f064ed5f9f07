namespace Vm.Tests;

/// <summary>The files of tests/data, as they are copied beside the tests.</summary>
static class TestData
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
