"""Attributions of the model, dependency trees and marks enter; drafts leave, each with content, cue and source."""
