namespace Vm.Tests.Resident.Model;

/// <summary>An operation done on the module and on the model.</summary>
/// <param name="Name">The module's name for it.</param>
/// <param name="Run">Does it; false if there is nothing it could be done on just now.</param>
sealed record ModelOperation(string Name, Func<ModelRun, Step, bool> Run);
