import * as z from 'zod';
import { ratings } from '../rating/rating.ts';

/** A rating. One schema for all views: the description of the API names each shape once. */
export const ratingSchema = z.enum(ratings).meta({ id: 'Rating' });
