namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>One argument of a helper.</summary>
internal sealed record KernelParameter(string Name, string CType, KernelArgument Contract)
{
    /// <summary>Whether it stands for any number of arguments.</summary>
    public bool IsVariadic => Contract.Variadic || Name == "...";
}
