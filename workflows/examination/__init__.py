"""What every examination of an application shares: integration, notice of reasons, observations.

A kind of case takes `steps.ExaminationSteps` into its model and builds `workflows.services.examination.Examination` with
the letters of its room; its own acts, proposals and decisions stand beside.
"""
