/**
 * Assignments own who was asked to finish what by when, by whom and why, and the requirements that come of it. They do
 * not own courses nor what people finish (learning tells them), nor the reminders' delivery.
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { LearningModule } from '../learning/learning.module.js';
import { NetworkModule } from '../network/network.module.js';
import { can } from '../platform/permissions.js';
import { Navigation } from '../platform/web/navigation.js';
import { AssigningQueries } from './assigning/assigning.queries.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsListener } from './assignments.listener.js';
import { assignmentPermissions } from './assignments.policy.js';
import { AssignmentsQueries } from './assignments.queries.js';
import { AssignmentsService } from './assigning/assignments.service.js';
import { AudienceQueries } from './assigning/audience.queries.js';
import { ChooseFactsService } from './assigning/choose-facts.service.js';
import { DueStates } from './due-states.service.js';
import { MyRequirementsQueries } from './requirements/my-requirements.queries.js';
import { NewAssignmentController } from './assigning/new-assignment.controller.js';
import { NextDue } from './requirements/next-due.service.js';
import { assignmentsPath } from './paths.js';

@Module({
  imports: [NetworkModule, CoursesModule, LearningModule],
  controllers: [NewAssignmentController, AssignmentsController],
  providers: [
    AssigningQueries,
    AssignmentsListener,
    AssignmentsQueries,
    AssignmentsService,
    AudienceQueries,
    ChooseFactsService,
    DueStates,
    MyRequirementsQueries,
    NextDue,
  ],
  exports: [AssignmentsQueries, AssignmentsService, MyRequirementsQueries],
})
export class AssignmentsModule implements OnModuleInit {
  constructor(private readonly navigation: Navigation) {}

  onModuleInit(): void {
    const entry = { path: assignmentsPath, icon: 'people', order: 22 };
    this.navigation.register({ ...entry, label: 'Assign', shows: (actor) => can(actor, assignmentPermissions.assign) });
    this.navigation.register({
      ...entry,
      label: 'Assigned',
      shows: (actor) => can(actor, assignmentPermissions.follow) && !can(actor, assignmentPermissions.assign),
    });
  }
}
