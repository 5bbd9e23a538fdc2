"""Attributions of the model, dependency trees and marks in; drafts out, each with content, cue and source."""
