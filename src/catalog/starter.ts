/** The catalog that `align init` writes: small, without findings, and enough for a score. */
export const starterCatalog = `# A catalog for align: who stands where, and where each statement can be checked.
# The content is made up; put your own in its place. Countries go by any name or code that
# align list countries knows. In an editor that speaks to yaml-language-server, this line
# completes keys and marks mistakes once you have run align schema catalog -o catalog.schema.json:
# yaml-language-server: $schema=catalog.schema.json

catalog: my-catalog
title: My catalog
version: 0.1.0
description: What it covers, and until when.
coding: How stances were coded, what neutral means, what was left out and why.
license: CC BY 4.0

# Everything below rests on one of these. Dates are as exact as you know them.
sources:
  ministry-statement:
    title: Statement on the dam
    publisher: Ministry of Foreign Affairs
    date: 2024-03-05
    url: https://example.org/statement
    kind: official        # or news, dataset, analysis, reference, knowledge
  daily-dam:
    title: Neighbours divided over the dam
    author: Doe, Jane
    publisher: The Daily Example
    date: 2024-03
    kind: news
  roll-call:
    title: Voting record of the assembly
    date: 2024
    kind: dataset

topics:
  rivers: Shared rivers
  trade: Trade

# A bloc can stand where a country stands: align score china neighbours -c catalog.yaml
groups:
  neighbours: [India, Nepal, Bhutan]

issues:
  # A stance on a scale of five steps, from strongly-oppose to strongly-support.
  - id: dam-2024
    title: The dam
    question: Backs the building of the dam    # what strongly-support agrees with
    topic: rivers
    date: 2024-03-05
    positions:
      China:  {stance: strongly-support, salience: high, sources: [ministry-statement]}
      Russia: {stance: neutral, salience: low, confidence: medium, note: Called it an affair of others., sources: [daily-dam]}
      Nepal:  {stance: support, sources: [daily-dam]}
      India:                                   # a stance that changed, oldest first
        - {from: 2024-01, stance: neutral, sources: [daily-dam]}
        - {from: 2024-03, stance: strongly-oppose, salience: high, sources: [daily-dam]}

  # On a scale of three steps; sources of the issue hold for every position in it.
  - id: toll-2024
    title: The toll on bridges
    question: Favours a toll on bridges
    topic: [rivers, trade]                     # counts as half an issue in each
    date: {from: 2024-01, to: 2024-06}
    scale: stance3
    positions: {China: oppose, Russia: oppose, India: support, Bhutan: neutral}
    # How those of like mind acted; without an entry, alike means in parallel.
    coordination:
      - {between: [China, Russia], depth: coordinated, note: They consulted first., sources: [daily-dam]}
    sources: [daily-dam]

  # A recorded ballot. Absence is missing, never neutral.
  - id: assembly-12
    title: Free passage on rivers
    vote: {body: UNGA, resolution: A/RES/99/12, outcome: adopted}
    topic: rivers
    date: 2024-06-01
    votes:
      yes: [China, Russia, Nepal]
      no: [India]
      abstain: [Bhutan]
    sources: [roll-call]

# What states did with or to each other, coded with CAMEO. Quotes keep the zero of "062".
interactions:
  - id: river-patrol-2024
    title: Joint river patrol
    date: 2024-05-01
    between: [China, Russia]
    cameo: "062"
    depth: joint
    sources: [daily-dam]
`;
