namespace Dynptrs.Agreement.Comparing;

/// <summary>What a campaign comes to, as a process says it when it ends.</summary>
internal enum CampaignResult
{
    /// <summary>The running kernel accepts what is accepted here.</summary>
    NothingMissed = 0,

    /// <summary>It refuses a program that is accepted here, and that is not listed.</summary>
    Missed = 1,

    /// <summary>It judged none of the programs: it has no right to, or none for BPF.</summary>
    NotJudged = 77,
}
