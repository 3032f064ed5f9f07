namespace Vm.Tests.Resident.Model;

/// <summary>Whether <c>./vm test --long</c> asked for long runs.</summary>
static class LongRun
{
    public static bool IsAsked => Environment.GetEnvironmentVariable("VM_LONG") is "1";
}
