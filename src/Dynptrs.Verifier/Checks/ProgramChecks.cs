using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks that a program may call what it calls.</summary>
/// <remarks>
/// Follows <c>check_helper_call</c> and <c>check_kfunc_call</c>: the licence first, then the program type, then whether the program may
/// sleep, then the arguments. Only the first mistake of a call is reported.
/// </remarks>
internal sealed class ProgramChecks(PlaceEvaluator places, RegionChecks regions, Reporter reporter, VerifierOptions options)
{
    public void Check(State state, CallInstruction call, ContractTarget target)
    {
        var contract = target.Contract;
        if (contract.Requirements is { } requirements && Judge(state, requirements, call.Site, contract.Name) is { } finding)
        {
            reporter.Report(state, finding);
            return;
        }

        if (!state.Regions.IsEmpty)
            regions.CheckCall(state, call, target);
        if (contract.EndsProgram is not null && IsInCallback(state.Frame))
            reporter.Report(state, new EndsInCallback(call.Site, contract.Name, UseOf(contract)));
        CheckTrusted(state, call, contract);
        CheckMaps(state, call, contract);
        if (options.Program is { Type: not null } program)
            CheckContext(state, call, contract, program);
    }

    /// <summary>Checks what is asked of the program itself.</summary>
    public void CheckEntry(State state)
    {
        if (options.Program is { NeedsGpl: true, IsGplCompatible: false } program)
            reporter.Report(state, new ProgramNeedsGpl(state.Frame.Function.Site, state.Frame.Function.Name, program));
    }

    private Finding? Judge(State state, HelperRequirements requirements, Site site, string name)
    {
        var use = new HelperUse(requirements, options.Program, options.Kernel);
        if (requirements.IsGplOnly && options.Program is { IsGplCompatible: false, NeedsGpl: false })
            return new NeedsGpl(site, name, use);
        if (options.Program is { Type: { } type } program)
        {
            if (!requirements.ProgramTypes.IsEmpty && !requirements.ProgramTypes.Contains(type))
                return new HelperNotAllowed(site, name, use);
            if (requirements.ExceptProgramTypes.Contains(type))
                return new HelperNotAllowed(site, name, use);
            if (requirements.IsSleepable && !program.IsSleepable)
                return new NeedsSleepable(site, name, use);
            if (!requirements.PacketWriteProgramTypes.IsEmpty && !requirements.PacketWriteProgramTypes.Contains(type))
                return new PacketWriteNotAllowed(site, name, use);
        }

        var isThere = options.Loading.Has(state, requirements.Helper);
        var isTooNew = options.Kernel is { } kernel && requirements.Since is { } since
            ? kernel.CompareTo(since) < 0
            : isThere is not null;
        return isTooNew && isThere != true ? new NeedsNewerKernel(site, name, use, IsAsked: isThere is not null) : null;
    }

    /// <remarks>Follows <c>check_ctx_access</c>, which asks the program type what each field may be used for.</remarks>
    private void CheckContext(State state, CallInstruction call, MethodContract contract, ProgramFacts program)
    {
        // What is wrong with an object that is no object of the kernel's is told where it is made.
        if (contract.StructField is not null && places.Read(state, call.Arguments[0].Value, call.Arguments[0].Site) is PoisonedValue)
            return;
        foreach (var access in contract.ContextAccesses)
        {
            if (access.IsAllowed(program))
                continue;
            reporter.Report(state, new ContextFieldNotAllowed(call.Site, contract.Name, access, program));
            return;
        }
    }

    private void CheckTrusted(State state, CallInstruction call, MethodContract contract)
    {
        for (var i = 0; i < contract.Parameters.Length && i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (contract.Parameters[i] is not { IsTrusted: true } parameter || argument.Passing != ArgumentPassing.Value)
                continue;
            var value = places.Read(state, argument.Value, argument.Site);
            if (value is not (UntrustedValue or HandleValue { IsRcu: true, Ending: null, Nullness: Nullness.NotNull })
                || (value is HandleValue && parameter.AcceptsRcu))
            {
                continue;
            }

            var name = PlaceEvaluator.GetName(argument.Value);
            var isRead = value is not UntrustedValue { IsRead: false };
            reporter.Report(state, new Untrusted(argument.Site, name, UseOf(contract), contract.Name, isRead), About.Any(value));
            Poison.Object(state, value);
        }
    }

    /// <remarks>Follows <c>check_map_prog_compatibility</c>, which asks of each map that a program uses.</remarks>
    private void CheckMaps(State state, CallInstruction call, MethodContract contract)
    {
        if (options.Program is not { Type: { } type } program)
            return;
        for (var i = 0; i < contract.Parameters.Length && i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (argument.Value.Type is not HandleType
                || argument.Passing != ArgumentPassing.Value
                || places.Read(state, argument.Value, argument.Site) is not PointerValue
                {
                    Variable: GlobalVariable { Map: { } definition },
                } map)
            {
                continue;
            }

            var name = PlaceEvaluator.GetName(argument.Value);
            if (definition.Value?.KernelParts.FirstOrDefault(part => part.Type.ExceptProgramTypes.Contains(type)) is { Name: var held })
                reporter.Report(state, new MapNotAllowed(argument.Site, name, UseOf(contract), held), About.Any(map));
            else if (definition.ExceptSleepable && program.IsSleepable)
                reporter.Report(state, new MapInSleepable(argument.Site, name, UseOf(contract), definition.Type), About.Any(map));
        }
    }

    private static bool IsInCallback(Frame frame)
    {
        for (var inner = frame; inner is not null; inner = inner.Parent)
        {
            if (inner.Resumption.IsCallback)
                return true;
        }

        return false;
    }

    private HelperUse UseOf(MethodContract contract) =>
        new(contract.Requirements ?? new HelperRequirements(contract.Name), options.Program, options.Kernel);
}
